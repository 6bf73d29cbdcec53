#![no_main]
eichrecht_fuzz::target!("bzip2");
