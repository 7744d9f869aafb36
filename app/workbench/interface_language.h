#pragma once

#include <QtCore/QString>
#include <QtCore/QTranslator>

namespace verbale::workbench {

/// The translations of the user interface that are built into the program.
class InterfaceLanguage
{
public:
    /// "en", "vi"; empty: the system's. Installs the translations; open windows get a LanguageChange.
    void apply(const QString &choice);
    [[nodiscard]] const QString &current() const { return m_current; }

private:
    QTranslator m_own;
    QTranslator m_toolkit; ///< the words of Qt's own dialogs and menus
    QString m_current;
};

} // namespace verbale::workbench
