-- Keeps one answer, unless the answers under its key were invalidated since its version was read: it may be older than that.
-- KEYS[1]: hash of answers. ARGV: form, text, version, lifetime in milliseconds, most answers under one key.
redis.replicate_commands()
if (redis.call('HGET', KEYS[1], '@version') or '') ~= ARGV[3] then
    return 0
end
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 and redis.call('HLEN', KEYS[1]) > tonumber(ARGV[5]) then
    return 0
end
local time = redis.call('TIME')
local nowMs = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
redis.call('HSET', KEYS[1], ARGV[1], string.format('%d', nowMs) .. ':' .. ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
