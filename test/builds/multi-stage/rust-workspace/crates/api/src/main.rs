fn main(){ println!("api {:?}", core_lib::words()); let o = std::process::Command::new("./bin/worker").output().unwrap(); print!("{}", String::from_utf8_lossy(&o.stdout)); }
