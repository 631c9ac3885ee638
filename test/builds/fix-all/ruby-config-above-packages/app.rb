require 'yaml'
puts "hello #{YAML.load_file('/app/config/app.yml')['name']}"
