// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Map;
import java.util.Optional;

/** What a topic means, in the words in which detections are reported. */
final class EventKinds {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("RuleEngine/CellMotionDetector/Motion", "motion"),
            Map.entry("RuleEngine/MotionRegionDetector/Motion", "motion"),
            Map.entry("VideoSource/MotionAlarm", "motion"),
            Map.entry("RuleEngine/FieldDetector/ObjectsInside", "intrusion"),
            Map.entry("RuleEngine/LineDetector/Crossed", "line-crossing"),
            Map.entry("RuleEngine/MyRuleDetector/PeopleDetect", "person"),
            Map.entry("RuleEngine/MyRuleDetector/VehicleDetect", "vehicle"),
            Map.entry("RuleEngine/MyRuleDetector/DogCatDetect", "animal"),
            Map.entry("RuleEngine/MyRuleDetector/FaceDetect", "face"),
            Map.entry("RuleEngine/MyRuleDetector/Visitor", "doorbell"),
            Map.entry("UserAlarm/IVA/HumanShapeDetect", "person"),
            Map.entry("RuleEngine/TamperDetector/Tamper", "tamper"),
            Map.entry("VideoSource/GlobalSceneChange/ImagingService", "tamper"),
            Map.entry("VideoSource/GlobalSceneChange/AnalyticsService", "tamper"),
            Map.entry("Device/Trigger/DigitalInput", "input"),
            Map.entry("Device/Trigger/Relay", "relay"),
            Map.entry("AudioAnalytics/Audio/DetectedSound", "sound"));

    private EventKinds() {}

    static Optional<String> of(String topic) {
        return Optional.ofNullable(KINDS.get(topic));
    }
}
