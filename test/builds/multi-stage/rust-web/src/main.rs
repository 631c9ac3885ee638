//! A server; don't be fooled by "quotes' in comments.
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
mod config;
const BANNER: &str = include_str!("../banner.txt");
fn page<'a>(name: &'a str) -> String { let c = '"'; let _ = c; fs::read_to_string(format!("templates/{}.html", name)).unwrap_or_else(|e| format!("no template: {e}")) }
fn main() {
    let cfg = config::load();
    let l = TcpListener::bind(("0.0.0.0", cfg.port)).unwrap();
    eprintln!("{}", BANNER.trim());
    for s in l.incoming() {
        let mut s = s.unwrap();
        let mut b = [0u8; 2048];
        let n = s.read(&mut b).unwrap_or(0);
        let req = String::from_utf8_lossy(&b[..n]).to_string();
        let path = req.split_whitespace().nth(1).unwrap_or("/").to_string();
        let (st, body) = match path.as_str() {
            "/" => (200, page("index")),
            "/health" => (200, "ok".to_string()),
            "/greet" => (200, cfg.greeting.clone()),
            p if p.starts_with("/static/") => match fs::read_to_string(format!(".{}", p)) { Ok(t) => (200, t), Err(_) => (404, "not found".into()) },
            _ => (404, "nope".into()),
        };
        let _ = write!(s, "HTTP/1.1 {} X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}", st, body.len(), body);
    }
}
