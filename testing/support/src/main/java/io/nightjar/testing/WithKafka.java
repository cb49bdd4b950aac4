// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@code @QuarkusTest} with this runs in a home of its own, against the broker of this test run. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TempHome.class)
public @interface WithKafka {}
