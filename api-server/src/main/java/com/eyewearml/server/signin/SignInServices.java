package com.eyewearml.server.signin;

import com.eyewearml.server.auth.Accounts;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.auth.Team;
import com.eyewearml.server.auth.Tickets;
import com.eyewearml.server.limit.RateLimiter;
import com.eyewearml.db.Database;

/** What the routes of signing in work with. */
public record SignInServices(Database database, Accounts accounts, Sessions sessions, Tickets tickets, Team team, EmailLinks links,
                             RateLimiter limiter, SignInSettings settings) { }
