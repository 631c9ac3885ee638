require 'bundler/setup'
require 'people'
require 'webrick'

server = WEBrick::HTTPServer.new(Port: Integer(ENV.fetch('PORT')), AccessLog: [], Logger: WEBrick::Log.new('log/server.log'))
server.mount_proc('/') do |request, response|
  raise WEBrick::HTTPStatus::NotFound unless request.path == '/'

  response.body = File.read(File.join(__dir__, 'views', 'index.html')).sub('%{who}', "#{Process.uid} in #{Dir.pwd}, #{Encoding.default_external}")
end
server.mount_proc('/people') { |_, response| response.body = People.query('db/people.sqlite', 'select name from people order by name').join(', ') }
server.mount_proc('/health') { |_, response| response.body = File.read('log/start.log') }
trap('TERM') { server.shutdown }
server.start
