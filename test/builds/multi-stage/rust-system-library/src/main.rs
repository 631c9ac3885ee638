use std::ffi::CStr; use std::os::raw::c_char;
extern "C" { fn sqlite3_libversion() -> *const c_char; }
fn main() { let v = unsafe { CStr::from_ptr(sqlite3_libversion()) }; println!("sqlite {}", v.to_str().unwrap().split('.').next().unwrap()); let s = std::fs::read_to_string("schema.sql").unwrap(); println!("{}", s.len()); }
