require 'people/people'
