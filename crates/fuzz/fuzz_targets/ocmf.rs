#![no_main]
eichrecht_fuzz::target!("ocmf");
