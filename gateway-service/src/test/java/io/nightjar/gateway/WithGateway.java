// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.nightjar.testing.KafkaResource;
import io.nightjar.testing.TempHome;
import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A whole gateway with a real broker and fake neighbours; tests with this share one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TempHome.class)
@QuarkusTestResource(FakeHouse.class)
public @interface WithGateway {}
