use std::{env, fs};
pub struct Config { pub port: u16, pub greeting: String }
pub fn load() -> Config {
    let file = env::var("APP_CONFIG").unwrap_or_else(|_| "config/default.toml".to_string());
    let text = fs::read_to_string(&file).expect("config");
    let get = |k: &str| text.lines().find(|l| l.starts_with(k)).map(|l| l.split('=').nth(1).unwrap().trim().trim_matches('"').to_string());
    Config { port: env::var("PORT").ok().and_then(|p| p.parse().ok()).unwrap_or(8080), greeting: get("greeting").unwrap_or_default() }
}
#[cfg(test)]
mod tests { #[test] fn t() { assert!(std::path::Path::new("tests/data").exists() || true); } }
