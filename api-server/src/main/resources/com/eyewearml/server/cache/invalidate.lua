-- Forgets all answers under a key, keeps what is being computed at the moment from being kept, and tells all servers.
-- KEYS[1]: hash of answers. ARGV: new version, its lifetime in milliseconds, channel, name of the key for the servers.
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], '@version', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 1
