#pragma once

#include "plugins/machine-translation/transport/http_exchange.h"

#include <memory>

namespace verbale::mt {

/// An address that requests may go to: https, or http to this computer alone; no user or password in it.
/// Parsed by the code that will also connect, so that the two cannot differ on what the host is.
struct Address
{
    QString host; ///< As a person reads it, without port.
    bool loopback = false;
};

/// Error codes: transport.address
[[nodiscard]] Result<Address> readAddress(const QString &url);

/// What would be sent is well formed: header names are tokens, no value holds a line break or NUL, the key's
/// place lies within the body. Error codes: transport.header, transport.address
[[nodiscard]] Result<Address> checkRequest(const HttpRequest &request);

/// 127.0.0.0/8, ::1 and "localhost", which never leaves this computer.
[[nodiscard]] bool isLoopback(const QByteArray &host);

} // namespace verbale::mt
