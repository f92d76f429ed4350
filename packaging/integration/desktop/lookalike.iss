; What Inno Setup 6 makes the installer for Windows of. packaging/windows.py fills in what stands
; between @, and puts the frozen program and its icon beside the script.

[Setup]
AppId=@ID@
AppName=Lookalike
AppVersion=@VERSION@
AppPublisher=The Lookalike contributors
AppPublisherURL=@HOME@
VersionInfoVersion=@VERSION@
; For one user, without an administrator: into %LOCALAPPDATA%\Programs, and HKEY_CURRENT_USER.
PrivilegesRequired=lowest
DefaultDirName={autopf}\Lookalike
DisableProgramGroupPage=yes
; Windows 10 of 2018, as Qt 6 needs it.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=lookalike\licenses\LICENSE
SetupIconFile=lookalike.ico
UninstallDisplayIcon={app}\lookalike.exe
OutputDir=.
OutputBaseFilename=Lookalike-@VERSION@-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[InstallDelete]
; Libraries of an earlier version, which this one may not have any more.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "lookalike\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Lookalike"; Filename: "{app}\lookalike.exe"

[Registry]
; "Open with" names the program for these types. No type is opened by it unless the user says so.
Root: HKA; Subkey: "Software\Classes\Lookalike.Picture"; ValueType: string; ValueData: "Lookalike"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Lookalike.Picture\DefaultIcon"; ValueType: string; ValueData: "{app}\lookalike.exe,0"
Root: HKA; Subkey: "Software\Classes\Lookalike.Picture\shell\open\command"; ValueType: string; ValueData: """{app}\lookalike.exe"" -- ""%1"""
@ASSOCIATIONS@
[Run]
Filename: "{app}\lookalike.exe"; Description: "{cm:LaunchProgram,Lookalike}"; Flags: nowait postinstall skipifsilent
