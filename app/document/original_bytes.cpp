#include "document/original_bytes.h"

namespace verbale {

namespace {

class InMemory : public OriginalBytes::Holder
{
public:
    explicit InMemory(const QByteArray &bytes) : m_bytes(bytes) {}
    [[nodiscard]] QByteArrayView view() const override { return m_bytes; }
    [[nodiscard]] QByteArray toByteArray() const override { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace

OriginalBytes::OriginalBytes(const QByteArray &bytes)
    : m_holder(bytes.isEmpty() ? nullptr : std::make_shared<InMemory>(bytes))
{
}

} // namespace verbale
