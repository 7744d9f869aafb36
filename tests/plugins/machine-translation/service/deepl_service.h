#pragma once

#include "english.h"

#include "plugins/machine-translation/engines/engine.h"

#include <QtCore/QMap>
#include <QtCore/QTemporaryDir>

#include <functional>
#include <memory>
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

/// With its terms, which stand in it.
struct Sentence
{
    QString source;
    QList<TermPair> terms = {};
};

inline const TermPair note{"công hàm", "note verbale"};
inline const TermPair embassy{"đại sứ quán", "embassy"};
inline const Sentence withNote{"Câu số 1 về công hàm.", {note}};
inline const Sentence withBoth{"Câu số 2 về công hàm của đại sứ quán.", {note, embassy}};
inline const Sentence without{"Câu số 3 nói về hợp tác."};

TranslateRequest requestWith(const QList<Sentence> &sentences);

/// Of each segment its translation, or the code of what went wrong.
QStringList endsOf(const TranslateAnswer &answer);

/// What the service makes of a sentence with a number.
QString sentence(int number, const QStringList &terms = {});

/// In memory where there is such a place: what survives a power failure is the files' own test.
std::unique_ptr<QTemporaryDir> folderInMemory();

} // namespace verbale::mt::test
