module Greet
  def self.to(name) = "#{ENV.fetch("GREETING")} #{name}, in #{Dir.pwd}"
end
