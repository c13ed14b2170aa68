package com.eyewearml.server.admin;

import com.eyewearml.db.Database;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Team;
import com.eyewearml.server.frames.FrameServices;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.settings.StorefrontSettingsStore;
import com.eyewearml.server.signin.EmailLinks;
import com.eyewearml.server.storefront.ApiKeyEditor;
import java.util.Optional;

/**
 * What the routes of the admin work with.
 *
 * @param engineUrl   address of the browser engine's module
 * @param publicUrl   where browsers and stores reach the server, as far as it was told; without a slash at the end
 * @param connectable which platforms this installation serves
 * @param wakeWorker  called when a job was asked for
 */
public record AdminServices(Database database, AuditTrail audit, Connections connections, Team team, EmailLinks links, ApiKeyEditor keys,
                            StorefrontSettingsStore settings, FrameServices frames, String engineUrl, Optional<String> publicUrl, Connectable connectable, Runnable wakeWorker) { }
