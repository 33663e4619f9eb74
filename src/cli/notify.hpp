#pragma once
// What the service manager (systemd's Type=notify) hears of the server, and a container's probe.

#include <optional>
#include <string>
#include <thread>

namespace takt::cli {

/// Why the server there does not serve: it or its database don't answer within five seconds. Empty:
/// it does. Where it listens on all addresses, this machine's own is asked.
std::string fault_of_server(const std::string& address, unsigned short port);

/// A figure of the server there, as Prometheus reads it; no value where no Takt answers.
std::optional<double> figure_of_server(const std::string& address, unsigned short port,
                                       const std::string& name);

/// Tells the service manager READY=1 once the server serves and then, as often as it wants to hear
/// it, WATCHDOG=1 while it still answers, whether its database does or not. Ends at once where
/// nobody listens.
std::jthread keep_notifying(const std::string& address, unsigned short port);
void notify_stopping();

}  // namespace takt::cli
