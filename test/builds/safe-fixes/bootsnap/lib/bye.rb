puts "bye"
