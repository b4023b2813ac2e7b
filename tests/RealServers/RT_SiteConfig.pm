Set($rtname, 'exam');
Set($Organization, 'exam');
Set($WebDomain, '127.0.0.1');
Set($WebPort, PORT);
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, 'FOLDER/database.sqlite');
Set($Timezone, 'Europe/Athens');
# Mail goes to a file; a password is checked with every request, so with the least work there is.
Set($MailCommand, 'testfile');
Set($BcryptCost, 4);
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
1;
