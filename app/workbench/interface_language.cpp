#include "workbench/interface_language.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace verbale::workbench {

void InterfaceLanguage::apply(const QString &choice)
{
    QString language = choice;
    if (language.isEmpty())
        language =
            QLocale::system().language() == QLocale::Vietnamese ? QStringLiteral("vi") : QStringLiteral("en");
    if (language == m_current)
        return;
    m_current = language;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_toolkit);
    QLocale::setDefault(QLocale(language == QLatin1String("vi") ? QLocale::Vietnamese : QLocale::English));
    if (m_toolkit.load(QStringLiteral(":/i18n/toolkit_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_toolkit);
    if (m_own.load(QStringLiteral(":/i18n/verbale_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace verbale::workbench
