package com.eyewearml.server.platform;

import com.eyewearml.db.Database;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.auth.Tickets;
import com.eyewearml.server.outbound.OutboundClient;
import java.time.Clock;

/**
 * What the routes of platforms work with.
 *
 * @param wakeWorker called when a job was asked for
 */
public record HostedServices(Database database, Connections connections, Credentials credentials, Installations installations,
                             PlatformUsers users, Sessions sessions, Tickets tickets, SealedDetails sealed, OutboundClient outbound,
                             PlatformPages pages, Clock clock, Runnable wakeWorker) { }
