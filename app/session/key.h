#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

namespace verbale::session {

/// The key of a service. Its bytes are overwritten when the last copy goes. It has no way into a stream, a
/// log or a settings file: who hands it to the plugin says reveal(). Any thread may read one.
class Key
{
public:
    Key() = default;
    /// White space around it comes from copying and is left out. The text is overwritten, unless somebody
    /// else holds the same one; the bytes (UTF-8) are, whoever holds them.
    explicit Key(QString &&clear);
    explicit Key(QByteArray &&clear);

    [[nodiscard]] bool isEmpty() const { return !m_bytes || m_bytes->bytes.isEmpty(); }
    /// UTF-8, as long as this key or a copy of it lives. Make no copy.
    [[nodiscard]] QByteArrayView reveal() const { return m_bytes ? m_bytes->bytes : QByteArrayView(); }

private:
    struct Bytes
    {
        ~Bytes();
        QByteArray bytes;
    };
    std::shared_ptr<const Bytes> m_bytes;
};

} // namespace verbale::session
