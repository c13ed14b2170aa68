-- Takes tokens from a bucket, as many as asked for or as there are. KEYS[1]: bucket. ARGV: capacity, tokens per second, tokens asked for.
-- Returns how many were taken, whole tokens left, and milliseconds until the next token where none was left.
-- The clock is that of Redis, so that all servers agree.
redis.replicate_commands()
local capacity = tonumber(ARGV[1])
local perMs = tonumber(ARGV[2]) / 1000
local time = redis.call('TIME')
local nowMs = tonumber(time[1]) * 1000 + tonumber(time[2]) / 1000
local state = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(state[1]) or capacity
local atMs = tonumber(state[2]) or nowMs
tokens = math.min(capacity, tokens + math.max(0, nowMs - atMs) * perMs)
local taken = math.min(tonumber(ARGV[3]), math.floor(tokens))
tokens = tokens - taken
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.3f', nowMs))
-- A bucket nobody asks for fills up, and a full one need not be kept.
redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - tokens) / perMs) + 1)
local waitMs = 0
if taken == 0 then
    waitMs = math.ceil((1 - tokens) / perMs)
end
return {taken, math.floor(tokens), waitMs}
