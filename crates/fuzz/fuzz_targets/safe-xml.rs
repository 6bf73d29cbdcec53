#![no_main]
eichrecht_fuzz::target!("safe-xml");
