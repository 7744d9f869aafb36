#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <algorithm>

namespace verbale {

/// What a format cannot carry of a document, or carries in another form.
struct Loss
{
    QString code;    ///< stable: "subflows"
    QString message; ///< a sentence for people, without the count
    qsizetype count = 0;
    QString firstUnit; ///< "FILE/UNIT" of the first one; empty: of the document as a whole
    friend bool operator==(const Loss &, const Loss &) = default;
};

/// Collects losses in the order in which they were first met.
class LossList
{
public:
    void add(const char *code, const QString &message, const QString &unit = {}, qsizetype count = 1)
    {
        if (count <= 0)
            return;
        const QString name = QString::fromLatin1(code);
        const auto known = std::find_if(m_losses.begin(), m_losses.end(), [&](const Loss &loss) {
            return loss.code == name && loss.message == message;
        });
        if (known == m_losses.end())
            m_losses.append({name, message, count, unit});
        else
            known->count += count;
    }
    void add(const QList<Loss> &others)
    {
        for (const Loss &loss : others)
            add(loss.code.toLatin1().constData(), loss.message, loss.firstUnit, loss.count);
    }
    void remove(const char *code)
    {
        m_losses.removeIf([code](const Loss &loss) { return loss.code == QLatin1String(code); });
    }
    [[nodiscard]] const QList<Loss> &all() const { return m_losses; }

private:
    QList<Loss> m_losses;
};

} // namespace verbale
