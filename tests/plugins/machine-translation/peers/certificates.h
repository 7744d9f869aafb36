#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QTemporaryDir>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace verbale::mt::test {

/// A server's certificate with its key.
struct ServerIdentity
{
    std::shared_ptr<EVP_PKEY> key;
    std::shared_ptr<X509> certificate;
};

/// An authority of our own, made anew for each test program, and the certificates that it signs.
class Authority
{
public:
    explicit Authority(const char *name = "Test authority");

    /// PEM; what a client has to trust.
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("authority.pem")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// For "DNS:localhost,IP:127.0.0.1" and the like, valid from and until so many days from now.
    [[nodiscard]] ServerIdentity identity(const char *names = "DNS:localhost,IP:127.0.0.1", int fromDay = -2,
                                          int untilDay = 2) const;
    [[nodiscard]] static ServerIdentity selfSigned();
    /// Both in one PEM file and as PKCS #12 ("password"), for servers that are programs; gives the file's
    /// name without its ending.
    [[nodiscard]] QString write(const ServerIdentity &identity, const QString &name) const;

private:
    QTemporaryDir m_folder;
    ServerIdentity m_own;
};

} // namespace verbale::mt::test
