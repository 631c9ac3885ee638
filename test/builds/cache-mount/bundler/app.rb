require 'bundler/setup'
require 'hello'

puts greet('you')
