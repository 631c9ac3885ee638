Gem::Specification.new do |spec|
  spec.name = 'greet'
  spec.version = '0.1.0'
  spec.summary = 'Greets'
  spec.authors = ['nobody']
  spec.files = `git ls-files -z`.split("\x0")
  spec.bindir = 'exe'
  spec.executables = ['greet']
end
