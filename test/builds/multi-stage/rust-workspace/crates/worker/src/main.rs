fn main(){ println!("worker {}", core_lib::words().len()); }
