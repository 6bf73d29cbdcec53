//! Open Charge Metering Format, versions 0.1 to 1.4.1.
