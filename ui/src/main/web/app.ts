// SPDX-License-Identifier: Apache-2.0
import './app/shell';
import { diagnose } from './app/diagnosis';
import { Nightjar } from './app/nightjar';

const app = new Nightjar();
const shell = document.createElement('nj-app');
shell.app = app;
document.body.append(shell);
diagnose(app);
void app.start();
