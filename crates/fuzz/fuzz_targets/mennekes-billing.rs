#![no_main]
eichrecht_fuzz::target!("mennekes-billing");
