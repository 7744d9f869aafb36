#pragma once

#include <verbale/sdk/translation_provider.h>

#include <QtCore/QHash>

namespace verbale::mt::test {

/// What a service does to texts: a table, and for texts that it does not have, sentences that hold the
/// source's first number.
class English
{
public:
    QHash<QString, QString> table;

    [[nodiscard]] QString of(const QString &text) const;
    /// DeepL's answer to a request's body, each text charged by its code points.
    [[nodiscard]] QByteArray answerTo(const QByteArray &body) const;
    static QStringList textsOf(const QByteArray &body);
};

qint64 charactersOf(const QString &text);

/// A request for the engine "deepl" about a document.
TranslateRequest requestFor(const QStringList &sources);
/// "Câu số 7 nói về hợp tác.", from one to `count`.
QStringList sentences(int count);

} // namespace verbale::mt::test
