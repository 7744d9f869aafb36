#include "certificates.h"

#include <QtCore/QFile>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>

namespace verbale::mt::test {

namespace {

std::shared_ptr<EVP_PKEY> newKey()
{
    return {EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), &EVP_PKEY_free};
}

void addExtension(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *const extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

std::shared_ptr<X509> newCertificate(EVP_PKEY *key, const char *name, int fromDay, int untilDay)
{
    static long serial = 1;
    std::shared_ptr<X509> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), fromDay * 86400L);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), untilDay * 86400L);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    return certificate;
}

void writePem(const QString &path, const ServerIdentity &identity, bool withKey)
{
    BIO *const file = BIO_new_file(path.toLocal8Bit().constData(), "w");
    PEM_write_bio_X509(file, identity.certificate.get());
    if (withKey)
        PEM_write_bio_PrivateKey(file, identity.key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    BIO_free(file);
}

} // namespace

Authority::Authority(const char *name)
{
    m_own.key = newKey();
    m_own.certificate = newCertificate(m_own.key.get(), name, -30, 30);
    X509 *const own = m_own.certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(own, m_own.key.get(), EVP_sha256());
    writePem(file(), m_own, false);
}

ServerIdentity Authority::identity(const char *names, int fromDay, int untilDay) const
{
    ServerIdentity identity;
    identity.key = newKey();
    identity.certificate = newCertificate(identity.key.get(), "localhost", fromDay, untilDay);
    X509 *const certificate = identity.certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(m_own.certificate.get()));
    addExtension(certificate, m_own.certificate.get(), NID_subject_alt_name, names);
    X509_sign(certificate, m_own.key.get(), EVP_sha256());
    return identity;
}

ServerIdentity Authority::selfSigned()
{
    ServerIdentity identity;
    identity.key = newKey();
    identity.certificate = newCertificate(identity.key.get(), "localhost", -2, 2);
    X509 *const certificate = identity.certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    addExtension(certificate, certificate, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    X509_sign(certificate, identity.key.get(), EVP_sha256());
    return identity;
}

QString Authority::write(const ServerIdentity &identity, const QString &name) const
{
    const QString stem = m_folder.filePath(name);
    writePem(stem + QStringLiteral(".pem"), identity, true);
    PKCS12 *const store = PKCS12_create("password", "server", identity.key.get(), identity.certificate.get(),
                                        nullptr, 0, 0, 0, 0, 0);
    BIO *const file = BIO_new_file((stem + QStringLiteral(".p12")).toLocal8Bit().constData(), "w");
    i2d_PKCS12_bio(file, store);
    BIO_free(file);
    PKCS12_free(store);
    return stem;
}

} // namespace verbale::mt::test
