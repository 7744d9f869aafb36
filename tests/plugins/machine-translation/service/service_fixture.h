#pragma once

#include "english.h"
#include "fake_network.h"

#include "plugins/machine-translation/service/translation_service.h"

#include <QtCore/QTemporaryDir>

namespace verbale::mt::test {

/// A service with a network that does what the test says, and with the real files in a folder of its own.
class ServiceFixture
{
protected:
    void begin(); ///< before each test
    void end();   ///< after it: the ledger has to hold

    void restart(const QByteArray &engine = R"("deepl": {"key": "k", "requestsPerSecond": 1000})",
                 const QByteArray &others = "");
    /// Another program on the same folder.
    [[nodiscard]] std::unique_ptr<TranslationService> another();
    [[nodiscard]] TranslateAnswer ask(const TranslateRequest &request, const StopToken &stop = {},
                                      const Progress &progress = {});
    [[nodiscard]] QList<LedgerLine> lines(LedgerLine::Kind kind) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<TranslationService> m_service;
    English m_english;
};

/// The translations' texts, or the codes of their errors.
QStringList endsOf(const TranslateAnswer &answer);

inline QStringList times(const QString &one, qsizetype count)
{
    return QStringList(count, one);
}

/// An engine that takes terms, for the settings.
inline const QByteArray model =
    R"("deepl": {"type": "chat", "address": "http://127.0.0.1:1/v1", "model": "m"})";
inline const QString charged = QStringLiteral("mt.may-have-been-charged");

} // namespace verbale::mt::test
