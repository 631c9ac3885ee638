Gem::Specification.new do |spec|
  spec.name = 'people'
  spec.version = '1.0.0'
  spec.summary = 'People in a database'
  spec.authors = ['nobody']
  spec.files = Dir['lib/**/*', 'ext/**/*']
  spec.extensions = ['ext/people/extconf.rb']
end
