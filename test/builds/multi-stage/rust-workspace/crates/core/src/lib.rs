pub fn words() -> Vec<String> { std::fs::read_to_string("data/words.txt").map(|t| t.lines().map(String::from).collect()).unwrap_or_default() }
