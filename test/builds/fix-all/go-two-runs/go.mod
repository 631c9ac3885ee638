module example.com/app

go 1.19

require example.com/words v0.0.0

replace example.com/words => ./third_party/words
