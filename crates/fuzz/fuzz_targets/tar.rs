#![no_main]
eichrecht_fuzz::target!("tar");
