# Makes the calls with Ruby's own client and records them with VCR: called by record-cassettes.mjs.
require 'json'
require 'net/http'
require 'vcr'
require 'webmock'

out, origin, calls = ARGV[0], ARGV[1], JSON.parse(ARGV[2])

def call(origin, call)
  uri = URI(origin + call['path'])
  request = Net::HTTP.const_get(call['method'].capitalize).new(uri)
  request['Authorization'] = 'Bearer test-key'
  # Said explicitly, it keeps the client from decompressing the answer.
  request['Accept-Encoding'] = 'gzip, br'
  request['Content-Type'] = call['type'] if call['type']
  request.body = call['bytes']&.pack('C*') || call['body']
  Net::HTTP.start(uri.host, uri.port) { |http| http.request(request) }
end

VCR.configure do |config|
  config.cassette_library_dir = out
  config.hook_into :webmock
  config.allow_http_connections_when_no_cassette = false
end

def record(name, origin, calls, options = {})
  VCR.use_cassette(name, { record: :all }.merge(options)) { calls.each { |each| call(origin, each) } }
end

record('ruby', origin, calls)
record('ruby-decompressed', origin, calls, decode_compressed_response: true)
record('ruby-base64', origin, calls, preserve_exact_body_bytes: true)
VCR.configure { |config| config.define_cassette_placeholder('<TICKETS_ENDPOINT>') { origin } }
record('ruby-placeholder', origin, calls)
record('ruby', origin, calls, serialize_with: :json, preserve_exact_body_bytes: true)
