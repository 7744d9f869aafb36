#pragma once

#include "english.h"

#include <QtCore/QMap>

#include <functional>
#include <mutex>
#include <optional>

namespace verbale::mt::test {

/// What DeepL does with texts and glossaries, and a journal of what it has seen. Any thread.
class DeepLService
{
public:
    struct Seen
    {
        QByteArray method;
        QString path;
        QByteArray body;
    };
    struct Reply
    {
        int status = 200;
        QByteArray body = {};
    };
    struct Glossary
    {
        QString name;
        QMap<QString, QString> entries;
    };
    /// Before or in the place of what it would do; nothing: it does that.
    using Instead = std::function<std::optional<Reply>(const Seen &seen)>;

    Reply handle(const Seen &seen);

    void setInstead(Instead instead);
    /// From within `instead` alone.
    void setInsteadHere(Instead instead)
    {
        m_next = std::move(instead);
        m_hasNext = true;
    }
    Reply keepHere(const Seen &seen) { return keepGlossary(seen); }
    [[nodiscard]] QList<Seen> journal() const;
    /// "POST /v3/glossaries", without the requests for translations.
    [[nodiscard]] QStringList glossaryRequests() const;
    [[nodiscard]] qsizetype translations() const;
    [[nodiscard]] QMap<QString, Glossary> glossaries() const;
    void deleteGlossaries();

private:
    Reply translate(const QByteArray &body) const;
    Reply keepGlossary(const Seen &seen);

    mutable std::mutex m_mutex;
    Instead m_instead;
    Instead m_next;
    bool m_hasNext = false;
    QList<Seen> m_journal;
    QMap<QString, Glossary> m_glossaries;
    int m_last = 0;
};

} // namespace verbale::mt::test
