-- Reads one answer. KEYS[1]: hash of answers. ARGV: form.
-- Returns its text, its age in milliseconds, -1 where there is none, and the version that a newer one has to name to be kept.
redis.replicate_commands()
local version = redis.call('HGET', KEYS[1], '@version') or ''
local entry = redis.call('HGET', KEYS[1], ARGV[1])
if not entry then
    return {'', -1, version}
end
local colon = string.find(entry, ':', 1, true)
local time = redis.call('TIME')
local nowMs = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return {string.sub(entry, colon + 1), math.max(0, nowMs - tonumber(string.sub(entry, 1, colon - 1))), version}
