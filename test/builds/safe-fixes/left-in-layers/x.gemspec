Gem::Specification.new do |s|
  s.name = 'x'
  s.version = '1.0'
  s.summary = 'x'
  s.authors = ['x']
  s.files = ['x.gemspec']
end
